# Completes the commands of cycliclr, their options and the values of those, in bash and zsh.

if [ -n "${ZSH_VERSION-}" ]; then
  whence compdef >/dev/null || { autoload -U +X compinit && compinit; }
  whence complete >/dev/null || { autoload -U +X bashcompinit && bashcompinit; }
fi

_complete_cycliclr() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} words=''
  local schedule='--base-lr --max-lr --step-size-up --step-size-down --mode --gamma --scale-mode
    --momentum --base-momentum --max-momentum'
  # To bash, --mode=exp_range is three words.
  if [ "$word" = = ]; then
    word=''
  elif [ "$before" = = ]; then
    before=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  case $before in
    --mode) words='triangular triangular2 exp_range' ;;
    --scale-mode) words='cycle iterations' ;;
    --dtype) words='float32 float64' ;;
    --layout) words='config-major iteration-major' ;;
    *)
      # Options, once a dash is there; files otherwise.
      case $COMP_CWORD:${COMP_WORDS[1]}:$word in
        1:*) words='fill sweep plot verify info completion --help --version' ;;
        *:fill:-*) words="$schedule --at --start --count --dtype --output --help --version" ;;
        *:sweep:-*) words='--output --dtype --layout --threads --seed --resume --dry-run --help --version' ;;
        *:plot:-*) words="$schedule --start --count --seed --output --help --version" ;;
        *:verify:-*) words='--all --exact --threads --help --version' ;;
        *:info:* | *:completion:*) words='--help --version' ;;
      esac
      ;;
  esac
  # shellcheck disable=SC2207 # no word has a space in it
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}

complete -o default -F _complete_cycliclr cycliclr
