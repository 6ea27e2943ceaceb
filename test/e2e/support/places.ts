import { join, resolve } from 'node:path';
import type { EngineHere } from '../../../workbench/src/server/serverTraits';

const repository = resolve(__dirname, '../../..');

/** Where tests find and put things. */
export const places = {
  repository,
  /** The package of this repository's app, built once before the tests. */
  appZip: join(repository, 'dist', 'whatsapp-360d-cloud.zip'),
  /** The package of the probe app, built once before the tests. */
  probeZip: join(repository, 'dist', 'probe.zip'),
  /** Bots of our own that work as Dialogflow's and Rasa's apps, and their packages, built once before the tests. */
  bots: {
    dialogflow: { folder: join(__dirname, 'bots', 'dialogflow'), zip: join(repository, 'dist', 'bot-dialogflow.zip') },
    rasa: { folder: join(__dirname, 'bots', 'rasa'), zip: join(repository, 'dist', 'bot-rasa.zip') },
  },
  /** The workbench with one engine in a file for each of its programs, built once before the tests. */
  builtWorkbench: (engine: EngineHere) => join(repository, 'dist', 'workbench', engine),
  /** Runs one of these files. */
  runBuilt: join(__dirname, 'runBuilt.cjs'),
  probeApp: join(__dirname, 'probe-app'),
} as const;
