import type { subcommandNames } from '../../core/commandNames';
import type { Call } from './Call';
import { doctor } from './doctor';
import { help } from './help';
import { connect, numbers } from './numbers';
import { support } from './support';
import { sendTemplateCommand, viewTemplates } from './templates';

/** One row of the table: who may type it, and what it does. What it shows is seen by the one who typed it alone. */
interface Subcommand {
  who: 'admin' | 'agent' | 'everybody';
  run: (call: Call) => Promise<void>;
}

/** The sub-commands by their names. The only thing typed that they act on is a phone number, which is looked up. */
export const subcommands: Readonly<Record<string, Subcommand>> = {
  connect: { who: 'admin', run: connect },
  numbers: { who: 'admin', run: numbers },
  'view-templates': { who: 'agent', run: viewTemplates },
  'send-template': { who: 'agent', run: sendTemplateCommand },
  doctor: { who: 'admin', run: doctor },
  support: { who: 'everybody', run: support },
  help: { who: 'everybody', run: (call) => help(call) },
} satisfies Record<(typeof subcommandNames)[number], Subcommand>;
