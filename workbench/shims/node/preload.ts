/**
 * Runs before everything else in the Node sandbox: before the runtime, and long before the app. What changes the sandbox's
 * globals (a test clock that patches `Date` and timers) is imported here.
 */
