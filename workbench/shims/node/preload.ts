/**
 * Runs before everything else in the Node sandbox: before the runtime, and long before the app. What changes the sandbox's
 * globals is imported here.
 */
import '../clock.ts';
