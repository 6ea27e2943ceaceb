import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { formScreen } from '../../../src/flows/number/numberModels';
import { expectWellDrawn } from '../../support/expectWellDrawn';
import { fakeHost } from '../../support/fakeHost';
import { numberForm } from '../../support/numberForm';
import { sceneOf } from '../../support/sceneOf';
import { shownTexts } from '../../support/shownTexts';

const reader = { getDepartmentsEnabledWithAgents: async () => [] };
const { host } = fakeHost({ read: { getLivechatReader: () => reader } as unknown as Partial<IRead> });
const facts = {
  form: numberForm(),
  errors: { apiKey: { key: 'errors:keyInUse', params: { number: '+55' } } },
  editing: false,
};
const said = 'errors:keyInUse {"number":"+55"}';

describe('the form with its errors', () => {
  test('has them for under the fields when a submit is answered', async () => {
    const screen = await formScreen(sceneOf(host), facts);
    expect(screen).toMatchObject({ kind: 'modal', errors: { apiKey: said } });
    expect(shownTexts(screen.kind === 'modal' ? screen.modal : {})).not.toContain(`:warning: ${said}`);
  });

  test('has them in itself when it is drawn anew', async () => {
    const screen = await formScreen(sceneOf(host, { redraws: true }), facts);
    expect(shownTexts(screen.kind === 'modal' ? screen.modal : {})).toContain(`:warning: ${said}`);
  });

  test('has none where nothing is wrong', async () => {
    const screen = await formScreen(sceneOf(host), { ...facts, errors: {} });
    expect(screen.kind === 'modal' && screen.errors).toBeUndefined();
    if (screen.kind === 'modal') expectWellDrawn(screen.modal);
  });
});
