import { readCommandLine } from '../src/commandLine';

describe('the command line', () => {
  test('has defaults for everything', () => {
    expect(readCommandLine([])).toEqual({
      port: 3000,
      simulatorPort: 3001,
      isOffline: false,
      dataFolder: '.workbench/data',
      zip: undefined,
      page: true,
      open: true,
      readyJson: false,
      help: false,
    });
  });

  test('keeps nothing with --memory, whatever --data says', () => {
    expect(readCommandLine(['--memory', '--data', 'x']).dataFolder).toBeUndefined();
  });

  test('opens no browser without a page', () => {
    expect(readCommandLine(['--no-page'])).toMatchObject({ page: false, open: false });
    expect(readCommandLine(['--no-open'])).toMatchObject({ page: true, open: false });
  });

  test.each(['x', '-1', '65536', '3.5', ''])('takes no port %p', (port) => {
    expect(() => readCommandLine([`--port=${port}`])).toThrow('--port takes a number from 0 to 65535');
  });

  test('imitates a release that it knows, with apps in another sandbox if that is wanted', () => {
    expect(readCommandLine(['--server', '8.4', '--sandbox', 'node'])).toMatchObject({ server: '8.4', sandbox: 'node' });
    expect(() => readCommandLine(['--server', '8.1'])).toThrow('--server takes one of 7.8, 8.2, 8.4, 8.8, 9.0');
    expect(() => readCommandLine(['--sandbox', 'bun'])).toThrow('--sandbox takes deno or node, not "bun"');
  });

  test('says which option it does not know', () => {
    expect(() => readCommandLine(['--prot', '1'])).toThrow("Unknown option '--prot'");
    expect(() => readCommandLine(['start'])).toThrow('start');
  });
});
