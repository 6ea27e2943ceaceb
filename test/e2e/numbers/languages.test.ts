import { languages } from '../../../src/locales/languages';
import type { LanguageTag } from '../../../src/locales/languages';
import { createTranslator } from '../../../src/handlers/core/translator';
import { SETUP } from '../support/connectDemoNumber';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { textOf, textsOf } from '../support/ui/blocks';
import type { WireMessage } from '../support/clients/WireDocuments';
import { waitFor } from '../support/waitFor';

const COMMAND = '/whatsapp-360d-cloud';

let workbench: TestWorkbench;
let admin: TestClient;

beforeAll(async () => {
  workbench = await startTestWorkbench();
  admin = await workbench.as('admin');
  await admin.findMessage(SETUP, 'Do you currently have a 360Dialog account?');
});

afterAll(() => workbench.stop());

/** Everything that people read, and none of it a key, an unfilled place or, in another language, a sentence of the English. */
function expectToRead(texts: string[], tag: LanguageTag): void {
  const lines = texts.flatMap((text) => text.split('\n')).filter(Boolean);
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) {
    expect(line).not.toMatch(/^[a-z]+:[a-zA-Z_]+$|\{\{|undefined/);
    // Words of any English sentence of ours; names and addresses are the same everywhere.
    if (tag !== 'en') expect(line).not.toMatch(/\b(the|your|with|this|which|click|type)\b/i);
  }
}

/** Presses a button of the newest message of the bot that has it. */
async function press(label: string): Promise<void> {
  const hasIt = ({ blocks = [] }: WireMessage) => textsOf(blocks).includes(label);
  const message = await admin.findMessage(SETUP, hasIt);
  await admin.clickButton(message, label);
}

async function answerTo(words: string): Promise<string[]> {
  const before = admin.ephemeral.length;
  await admin.runCommand(`${COMMAND} ${words}`, SETUP);
  const message = await waitFor(() => admin.ephemeral[before], { what: `an answer to ${words}` });
  return [message.msg, ...textsOf(message.blocks ?? [])];
}

describe.each(languages.map(({ tag }) => tag))('in %s', (tag) => {
  const t = createTranslator(tag);

  beforeAll(() => workbench.setSettings({ preferred_language: tag }));

  test('the steps of the setup are told, and lead to the modal', async () => {
    const question = await admin.findMessage(SETUP, 'Do you currently have a 360Dialog account?');
    for (const [answer, last] of [
      ['No', 'setup:connectAccount'],
      ['Yes', 'setup:pasteKey'],
    ] as const) {
      await admin.clickButton(question, answer);
      const steps = await admin.findMessage(SETUP, t(last));
      expectToRead(textsOf(steps.blocks ?? []), tag);
    }
    await press(t('setup:connect'));
    expect(admin.modal.title).toBe(t('connect:title'));
  });

  test('the modal is read, label by label, and so are its errors', async () => {
    const { modal } = admin;
    expect(modal.labels).toEqual(
      ['apiKey', 'phoneNumber', 'department', 'welcomeMessage', 'finishedMessage', 'offlineMessage'].map((id) =>
        t(`connect:${id}`),
      ),
    );
    expectToRead([modal.title, ...modal.labels, ...modal.texts], tag);
    expect(textOf(modal.view.submit?.text)).toBe(t('connect:connect'));
    expect(textOf(modal.view.close?.text)).toBe(t('connect:cancel'));
    await modal.fill(t('connect:apiKey'), 'nobodys-key-0000');
    await modal.fill(t('connect:phoneNumber'), 'abc');
    await modal.submit();
    expectToRead(Object.values(modal.errors), tag);
    await modal.fill(t('connect:phoneNumber'), workbench.demo.phoneNumber);
    await modal.submit();
    expect(modal.errorOf(t('connect:apiKey'))).toBe(t('errors:keyNotAccepted'));
    expectToRead(Object.values(modal.errors), tag);
    await modal.cancel();
  });

  test('the command answers: help, an unknown word, no numbers', async () => {
    const help = await answerTo('help');
    expect(help.join('\n')).toContain(t('commands:intro'));
    expectToRead(help, tag);
    const unknown = await answerTo('xyzzy');
    expect(unknown.join('\n')).toContain(t('commands:unknown', { typed: 'xyzzy' }));
    expectToRead(unknown, tag);
    const numbers = await answerTo('numbers');
    expect(numbers.join('\n')).toContain(t('numbers:none'));
    expectToRead(numbers, tag);
  });

  test('what Rocket.Chat itself shows has its words: settings, choices, the command', async () => {
    const path = `/api/apps/${workbench.appId}`;
    const { languages: words } = await admin.http.get<{ languages: Record<string, Record<string, string>> }>(
      `${path}/languages`,
    );
    const { settings } = await admin.http.get<{ settings: Record<string, ShownSetting> }>(`${path}/settings`);
    const labels = Object.values(settings).flatMap(({ i18nLabel, i18nDescription, section, values = [] }) => [
      i18nLabel,
      ...[i18nDescription, section].filter((label) => label !== undefined),
      ...values.map((value) => value.i18nLabel),
    ]);
    expect(labels.length).toBeGreaterThan(40);
    // The engine writes the names of languages in small letters; Rocket.Chat's client reads pt-br as pt-BR again.
    const spoken = words[tag.toLowerCase()];
    for (const label of [...labels, 'command_description', 'command_params']) {
      expect([label, spoken?.[label]]).toEqual([label, expect.stringMatching(/\S/)]);
      expect(spoken?.[label]).not.toBe(label);
    }
  });
});

interface ShownSetting {
  i18nLabel: string;
  i18nDescription?: string;
  section?: string;
  values?: { i18nLabel: string }[];
}
