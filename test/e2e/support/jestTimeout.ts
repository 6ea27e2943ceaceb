// A workbench starts in about two seconds on a quiet machine; on a busy one a test may wait for several starts.
jest.setTimeout(180_000);
