import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { places } from '../support/places';

/** Runs `npm run demo` with options. */
async function demo(...options: string[]): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/demo.ts', ...options], {
    cwd: places.repository,
    env: { ...process.env, NODE_ENV: undefined },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  const [code] = await once(child, 'close');
  return { code, stdout, stderr };
}

let played: Awaited<ReturnType<typeof demo>>;

beforeAll(async () => {
  played = await demo('--zip', places.appZip);
});

test('the demo plays the whole conversation and prints it', () => {
  const { code, stdout, stderr } = played;
  expect(stderr).toBe('');
  expect(code).toBe(0);
  const inOrder = [
    /^1 {2}Install/m,
    "Do you currently have a 360Dialog account? - If you don't we'll create one",
    '[Yes] [No]',
    'admin       presses [Yes]',
    '[Connect WhatsApp Number]',
    /API Key \* +•+$/m,
    /Phone Number \* +551155550100$/m,
    /Department +Sales$/m,
    'Your WhatsApp number is now connected!',
    '[Disconnect]',
    '⚠ 360dialog does not accept this API key',
    /Ana Souza {3}\S/,
    /gives it to agent[12]$/m,
    /360dialog {3}delivers a webhook: a (real text|text) body/,
    /Ana Souza {3}\S/,
    /agent[12] {6}Yes/,
    /phone {7}Yes.* ✓✓$/m,
    /phone {7}Yes.* ✓✓ read$/m,
    'sends a picture',
    /workspace {3}shows Photo-\S+\.jpg \(image\/jpeg\)$/m,
    /phone {7}\(picture\) .* ✓✓ read$/m,
    'is answered with 200, 200, 200',
    /shows “.+” once$/m,
    'without the secret and is answered with 401',
    /360dialog {3}refuses the message/,
    /workspace {3}⚠ \*\*Not delivered to WhatsApp:\*\* “Your order is ready\.”/,
    '[Send again]',
    /presses \[Send again\]$/m,
    /phone {7}Your order is ready\. {3}✓✓ read$/m,
    /workspace {3}the clock moves on/,
    'More than 24 hours have passed',
    /presses \[Send WhatsApp template\]$/m,
    /Text \{\{ticket_id\}\} +4711$/m,
    /phone {7}Hello Ana Souza, .* ✓✓ read$/m,
    /Ana Souza {3}Thank you/,
    'closes the conversation',
    /phone {7}Thank you for writing to us\. Goodbye! {3}✓✓ read$/m,
    'Done after',
  ];
  let rest = stdout;
  for (const wanted of inOrder) {
    const at = typeof wanted === 'string' ? rest.indexOf(wanted) : rest.search(wanted);
    expect({ wanted: String(wanted), rest: at < 0 ? rest : '' }).toEqual({ wanted: String(wanted), rest: '' });
    rest = rest.slice(at);
  }
});

test('the transcript fits a terminal and shows no key', () => {
  const { stdout } = played;
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
  expect(stdout).not.toMatch(/[A-Za-z0-9]{20,}/);
});

test('a demo that cannot be played says why in one line and ends with 1', async () => {
  const { code, stderr } = await demo('--zip', 'nowhere.zip');
  expect(code).toBe(1);
  expect(stderr.trim().split('\n').at(-1)).toContain('nowhere.zip cannot be read');
});
