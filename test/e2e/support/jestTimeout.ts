// Only a test that hangs takes this long: a busy machine may need a minute for what takes a second on a quiet one.
jest.setTimeout(180_000);
