import { signUpSteps } from '../../../src/flows/setupFlow';
import { fakeHost } from '../../support/fakeHost';
import { sceneOf } from '../../support/sceneOf';

async function linkFor(parts: Parameters<typeof fakeHost>[0]): Promise<URL> {
  const { steps } = await signUpSteps(sceneOf(fakeHost(parts).host));
  expect(steps).toHaveLength(5);
  return new URL(/https:[^"]*/.exec(steps[0] ?? '')?.[0] ?? '');
}

describe('without an account', () => {
  test('the link leads to the sign-up and back to our page', async () => {
    const link = await linkFor({});
    expect(link.host).toBe('hub.360dialog.com');
    expect(link.searchParams.get('redirect_url')).toBe(
      'https://chat.example.org/api/apps/private/app-id/hash/authSuccess',
    );
  });

  test('a partner’s customers sign up with that partner, whatever the setting holds', async () => {
    expect((await linkFor({ settings: { partner_id: 'AbC123PA' } })).pathname).toContain('/AbC123PA/');
    const odd = await linkFor({ settings: { partner_id: '../x?y=1#z' } });
    expect(odd.host).toBe('hub.360dialog.com');
    expect([...odd.searchParams.keys()]).toEqual(['redirect_url']);
    expect(odd.hash).toBe('');
  });

  test('nothing leads back where the workspace has no address', async () => {
    expect((await linkFor({ siteUrl: '' })).search).toBe('');
  });
});
