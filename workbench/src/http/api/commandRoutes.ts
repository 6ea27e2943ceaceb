import * as v from 'valibot';
import { WorkspaceError } from '../../workspace/WorkspaceError';
import { roomForReading } from '../access/roomForReading';
import { cut, Page, parse } from '../body/parse';
import { HttpError, messageOf } from '../HttpError';
import type { HttpContext, Route } from '../Route';
import { success } from '../Route';

const Run = v.object({
  command: v.string(),
  roomId: v.string(),
  params: v.optional(v.string(), ''),
  tmid: v.optional(v.string()),
  triggerId: v.optional(v.string()),
});

/** Slash commands. Descriptions are the app's i18n keys, as on the real server: the client translates them. */
export function commandRoutes({ workspace, apps }: HttpContext): Route[] {
  return [
    {
      method: 'get',
      path: '/api/v1/commands.list',
      access: 'signed-in',
      handle({ query }) {
        const { items: commands, ...figures } = cut(apps.commands(), parse(Page, query));
        return success({ commands, ...figures });
      },
    },
    {
      method: 'get',
      path: '/api/v1/commands.get',
      access: 'signed-in',
      handle({ query }) {
        const { command: name } = parse(v.object({ command: v.string() }), query);
        const command = apps.commands().find((candidate) => candidate.command === name.toLowerCase());
        if (!command) throw HttpError.failure(`There is no command in the system by the name of: ${name}`);
        return success({ command });
      },
    },
    {
      method: 'post',
      path: '/api/v1/commands.run',
      access: 'signed-in',
      async handle({ user, body }) {
        const { roomId, command, ...run } = parse(Run, body);
        const known = apps.commands().some((candidate) => candidate.command === command.toLowerCase());
        if (!known) throw HttpError.failure('The command provided does not exist (or is disabled).');
        const room = roomForReading(workspace, user, { rid: roomId });
        try {
          await apps.runCommand({ ...run, command: command.toLowerCase(), room, user });
        } catch (error) {
          // The caller gets an error of the app as a refusal. The app's log has the stack.
          throw error instanceof WorkspaceError ? error : HttpError.failure(messageOf(error));
        }
        return success({ result: null });
      },
    },
  ];
}
