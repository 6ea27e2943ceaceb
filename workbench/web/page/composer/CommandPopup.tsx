import { Tile } from '@rocket.chat/fuselage';
import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import type { Command } from '../../documents/Info';
import { words } from '../../words';
import { useAppText, useWorkspaceState } from '../../workspace/useWorkspace';

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

/** The commands that fit what is typed, and the one that Enter would take. */
type CommandCompletion = {
  readonly options: readonly Command[];
  readonly current: number;
  readonly take: (command: Command) => void;
  /** Whether the key was for the completion. */
  readonly onKeyDown: (event: KeyboardEvent) => boolean;
};

/** Completes slash commands while only their name is being typed. */
export function useCommandCompletion(text: string, onCompleted: (text: string) => void): CommandCompletion {
  const commands = useWorkspaceState((state) => state.commands);
  const [picked, setPicked] = useState({ text: '', at: 0, closed: false });
  const typed = /^\/([\w-]*)$/.exec(text)?.[1];
  const isClosed = picked.closed && picked.text === text;
  const options = typed === undefined || isClosed ? [] : commands.filter(({ command }) => command.startsWith(typed));
  const current = picked.text === text ? Math.min(picked.at, options.length - 1) : 0;

  const take = (command: Command) => onCompleted(`/${command.command} `);
  const move = (by: number) => setPicked({ text, at: (current + by + options.length) % options.length, closed: false });
  const takeCurrent = () => {
    const command = options[current];
    if (command) {
      take(command);
    }
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Tab: takeCurrent,
    Enter: takeCurrent,
    Escape: () => setPicked({ text, at: 0, closed: true }),
  };
  const onKeyDown = (event: KeyboardEvent): boolean => {
    const isWhole = event.key === 'Enter' && options.length === 1 && options[0]?.command === typed;
    const act = keys[event.key];
    if (options.length === 0 || !act || isWhole) {
      return false;
    }
    event.preventDefault();
    act();
    return true;
  };
  return { options, current, take, onKeyDown };
}

/** The id of the list of commands, by which the composer names it. */
export const COMMANDS_ID = 'composer-commands';
