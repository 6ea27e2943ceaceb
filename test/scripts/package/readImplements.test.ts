import { readImplements } from '../../../scripts/package/readImplements';

const appWith = (heading: string, members = '', before = '') =>
  `${before}\nexport class A extends App ${heading} { ${members} }`;

describe('what the app class implements', () => {
  test('is read from its heading, sorted and once each', () => {
    const code = appWith('implements IUIKitInteractionHandler, IPostMessageSent, IPostMessageSent');
    expect(readImplements(code)).toEqual(['IPostMessageSent', 'IUIKitInteractionHandler']);
  });

  test('is found behind another name and behind a namespace', () => {
    const before = "import type { IPostMessageSent as Sent } from 'a';";
    expect(readImplements(appWith('implements Sent, engine.IPostMessageUpdated', '', before))).toEqual([
      'IPostMessageSent',
      'IPostMessageUpdated',
    ]);
  });

  test('is nothing for a class without a heading', () => {
    expect(readImplements(appWith(''))).toEqual([]);
  });

  test('must be known to the engine', () => {
    expect(() => readImplements(appWith('implements IPostMessageSend'))).toThrow(
      'IPostMessageSend, unknown to the engine',
    );
  });

  test.each([
    ['executePostMessageSent', 'IPostMessageSent'],
    ['checkPreMessageSentPrevent', 'IPreMessageSentPrevent'],
    ['executeViewSubmitHandler', 'IUIKitInteractionHandler'],
    ['executeLivechatRoomCreatePrevent', 'IPreLivechatRoomCreatePrevent'],
  ])('must be said when there is a handler %s', (method, name) => {
    const handler = `async ${method}() {}`;
    expect(() => readImplements(appWith('', handler))).toThrow(`"implements ${name}"`);
    expect(readImplements(appWith(`implements ${name}`, handler))).toEqual([name]);
  });

  test('does not mind methods of its own', () => {
    expect(readImplements(appWith('', 'executeOrder() {} checkIn() {} async onEnable() {}'))).toEqual([]);
  });

  test.each([
    ['no export', 'class A extends App {}'],
    ['two exports', 'export const x = 1; export class A extends App {}'],
    ['a function', 'export function a() {}'],
    ['a list of exports', 'class A extends App {} export { A };'],
  ])('needs the class as the only export: %s', (_case, code) => {
    expect(() => readImplements(code)).toThrow('App.ts must export the app class and nothing else');
  });

  test('lets types be exported beside the class', () => {
    expect(readImplements(appWith('', '', 'export interface Options {}\nexport type Id = string;'))).toEqual([]);
  });
});
