import { join, resolve } from 'node:path';

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
  /** The workbench in few files, built once before the tests. */
  builtWorkbench: join(repository, 'dist', 'workbench'),
  probeApp: join(__dirname, 'probe-app'),
} as const;
