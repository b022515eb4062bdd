package io.github.cycliclr.sweep.command;

import java.io.IOException;
import java.util.List;
import org.apache.commons.cli.Option;

/** The command {@code cycliclr completion}: a script made from the descriptions of the commands. */
final class CompletionCommand implements Command {
    private static final String SCRIPT = """
            # Completes the commands of cycliclr, their options and the values of those, in bash and zsh.

            if [ -n "${ZSH_VERSION-}" ]; then
              whence compdef >/dev/null || { autoload -U +X compinit && compinit; }
              whence complete >/dev/null || { autoload -U +X bashcompinit && bashcompinit; }
            fi

            _complete_cycliclr() {
              local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} prefix='' words=''
              # --mode=exp_range is three words in bash and one in zsh.
              case $word in
                =) word='' ;;
                --*=*) before=${word%%=*} prefix=${word%%=*}= word=${word#*=} ;;
                *) [ "$before" != = ] || before=${COMP_WORDS[COMP_CWORD - 2]} ;;
              esac
              # Options after a dash; files where there are no words.
              case $COMP_CWORD:${COMP_WORDS[1]}:$before:$word in
                1:*) words='COMMANDS --help --version' ;;
                2:help:*) words='COMMANDS' ;;
            CASES  esac
              # shellcheck disable=SC2207 # no word has a space in it
              COMPREPLY=($(compgen -P "$prefix" -W "$words" -- "$word"))
            }

            complete -o default -F _complete_cycliclr cycliclr
            """;

    @Override
    public Description description() {
        return new Description(
                "cycliclr completion",
                "Prints a script by which bash and zsh complete commands, options and their values.",
                "",
                List.of(),
                0,
                """
                Examples:
                  source <(cycliclr completion)                         # in this shell
                  echo 'source <(cycliclr completion)' >> ~/.bashrc     # in all, with cycliclr on the PATH
                """);
    }

    @Override
    public int run(Arguments arguments, Console console) throws IOException {
        StringBuilder cases = new StringBuilder();
        for (String command : Cycliclr.COMMANDS) {
            StringBuilder names = new StringBuilder();
            for (Option option : Cycliclr.command(command).description().options()) {
                names.append(" --").append(option.getLongOpt());
                if (option instanceof ValueOption<?> valued && !valued.choices().isEmpty()) {
                    append(cases, command + ":--" + option.getLongOpt() + ":*", words(valued.choices()));
                }
            }
            append(cases, command + ":*:-*", names.substring(1));
        }
        console.print(SCRIPT.replace("COMMANDS", words(Cycliclr.COMMANDS)).replace("CASES", cases));
        return OK;
    }

    private static void append(StringBuilder cases, String pattern, String words) {
        cases.append("    *:").append(pattern).append(") words='").append(words).append("' ;;\n");
    }

    private static String words(List<?> all) {
        StringBuilder words = new StringBuilder();
        all.forEach(each -> words.append(words.isEmpty() ? "" : " ").append(each));
        return words.toString();
    }
}
