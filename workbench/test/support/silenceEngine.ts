/** The engine tells the console of everything that tests provoke. Call it at the top of a test file. */
export function silenceEngine(): void {
  beforeAll(() => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  });
  afterAll(() => jest.restoreAllMocks());
}
