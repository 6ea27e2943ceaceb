/** The id of the list of commands, by which the composer names it. */
export const COMMANDS_ID = 'composer-commands';
