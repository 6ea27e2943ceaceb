import { Tile } from '@rocket.chat/fuselage';
import { words } from '../../words';
import { useAppText } from '../../workspace/useAppText';
import { COMMANDS_ID } from './commandsId';
import type { CommandCompletion } from './useCommandCompletion';

/** The slash commands that fit, above the composer. */
export function CommandPopup({ completion }: { readonly completion: CommandCompletion }) {
  const appText = useAppText();
  if (completion.options.length === 0) {
    return null;
  }
  return (
    <Tile
      className="wb-commands"
      elevation="2"
      padding={0}
      role="listbox"
      id={COMMANDS_ID}
      aria-label={words.composer.commands}
    >
      {completion.options.map((command, index) => (
        <button
          key={command.command}
          type="button"
          role="option"
          id={`${COMMANDS_ID}-${index}`}
          aria-selected={index === completion.current}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => completion.take(command)}
        >
          <strong>/{command.command}</strong> <span>{appText(command.appId, command.params)}</span>
          <small>{appText(command.appId, command.description)}</small>
        </button>
      ))}
    </Tile>
  );
}
