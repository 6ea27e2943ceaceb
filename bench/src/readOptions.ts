import { parseArgs } from 'node:util';

export const USAGE = `npm run bench -- [options]

  --quick          a smoke run of some minutes; leaves docs/figures.md as it is
  --long           100,000 messages for the sandbox's memory instead of 20,000
  --only NAME,…    these measurements alone; leaves docs/figures.md as it is
  --compare FILE   prints the ratios to an earlier run; every run leaves a file for that in dist/bench
  --help           this text
`;

/** The options of the command line. */
export interface Options {
  quick: boolean;
  long: boolean;
  /** Names of measurements; empty for all. */
  only: string[];
  /** The file of an earlier run; empty for none. */
  compare: string;
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
      compare: { type: 'string', default: '' },
      help: { type: 'boolean', default: false },
    },
  });
  return { ...values, only: values.only.split(',').filter((name) => name !== '') };
}
