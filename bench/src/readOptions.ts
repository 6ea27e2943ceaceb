import { parseArgs } from 'node:util';

export const USAGE = `npm run bench -- [options]

  --quick          a smoke run of about a minute; prints, writes nothing
  --long           100,000 messages for the sandbox's memory instead of 20,000
  --only NAME,…    these measurements alone; prints, writes nothing
  --help           this text
`;

/** What the command line asked for. */
export interface Options {
  quick: boolean;
  long: boolean;
  /** Names of measurements; empty for all. */
  only: string[];
  help: boolean;
}

/** Reads the command line. @throws TypeError naming an option that is not known */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      long: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      help: { type: 'boolean', default: false },
    },
  });
  return { ...values, only: values.only.split(',').filter((name) => name !== '') };
}
