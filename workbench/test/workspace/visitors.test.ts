import { openStore } from '../../src/store/Store';
import { openWorkspace } from '../../src/workspace/openWorkspace';

describe('visitors', () => {
  const store = openStore({ memory: true });
  const { visitors, departments } = openWorkspace({ store, siteUrl: 'http://localhost' });

  afterAll(() => store.close());

  it('finds the visitor with the identical phone, who keeps the own token and username', () => {
    const first = visitors.register({ token: 't1', username: '491', name: 'Ann', phone: '+491' });
    const again = visitors.register({ token: 't2', username: 'other', name: 'Anna', phone: '+491' });
    expect(again).toMatchObject({ _id: first._id, token: 't1', username: '491', name: 'Anna' });
    expect(visitors.findByToken('t2')).toBeUndefined();
  });

  it('takes another spelling of the phone for another visitor', () => {
    const spelled = visitors.register({ token: 't3', username: '491', phone: '491' });
    expect(spelled.token).toBe('t3');
    expect(visitors.findByPhone('+491')?._id).not.toBe(spelled._id);
  });

  it('finds the visitor of a token before that of a phone', () => {
    const own = visitors.register({ token: 't4', username: 'own', phone: '+494' });
    expect(visitors.register({ token: 't4', username: 'x', phone: '+491' })._id).toBe(own._id);
  });

  it('gives a new visitor a username when none is asked for', () => {
    expect(visitors.register({ token: 't5' }).username).toMatch(/^guest-\d+$/);
  });

  it('takes a department by name or id, and refuses an unknown one', () => {
    const sales = departments.findByIdOrName('Sales')!;
    expect(visitors.register({ token: 't6', department: 'Sales' }).department).toBe(sales._id);
    expect(() => visitors.register({ token: 't7', department: 'Nowhere' })).toThrow('error-invalid-department');
  });

  it('knows outer ids whichever app gave them, one an app', () => {
    const { _id } = visitors.register({ token: 't8', externalIds: [{ appId: 'a', entityId: 'US.1' }] });
    expect(visitors.findByExternalId('US.1')?._id).toBe(_id);
    visitors.attachExternalId(_id, { appId: 'a', entityId: 'US.2', metadata: { username: '@ann' } });
    visitors.attachExternalId(_id, { appId: 'b', entityId: 'X' });
    expect(visitors.findByExternalId('US.1')).toBeUndefined();
    expect(visitors.find(_id)?.externalIds).toEqual([
      { appId: 'a', entityId: 'US.2', metadata: { username: '@ann' } },
      { appId: 'b', entityId: 'X' },
    ]);
  });
});
