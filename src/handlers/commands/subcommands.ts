import type { Call } from './Call';
import { connect } from './connect';
import { doctor } from './doctor';
import { help } from './help';
import { numbers } from './numbers';
import { support } from './support';

/** The sub-commands by their names. */
export const subcommands: Readonly<Record<string, { run: (call: Call) => Promise<void>; adminsOnly: boolean }>> = {
  connect: { run: connect, adminsOnly: true },
  numbers: { run: numbers, adminsOnly: true },
  doctor: { run: doctor, adminsOnly: true },
  support: { run: support, adminsOnly: false },
  help: { run: (call) => help(call), adminsOnly: false },
};
