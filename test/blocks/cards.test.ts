import { doctorReport } from '../../src/blocks/doctorReport';
import { failedDownloadCard, failureCard } from '../../src/blocks/failureCards';
import { numberCard } from '../../src/blocks/numberCard';
import { lateNotice } from '../../src/blocks/progress';
import { connectButton, connectSteps, setupQuestion, shortcutList } from '../../src/blocks/setupMessages';
import { decodeValue } from '../../src/handlers/core/actionValue';
import { subcommandNames } from '../../src/handlers/core/commandNames';
import type { Finding } from '../../src/machines/doctor';
import { drawing } from '../support/interactions';
import { expectWellDrawn, nodesOf, shownTexts } from '../support/screens';

describe('connectButton', () => {
  test('the button opens the modal', () => {
    const block = connectButton(drawing);
    expectWellDrawn([block]);
    expect(block.elements).toMatchObject([{ actionId: 'connect-number', text: { text: 'setup:connect' } }]);
  });
});

describe('connectSteps', () => {
  test('steps are numbered below what they are for, and end in the button', () => {
    const blocks = connectSteps(drawing, { intro: 'Do this:', steps: ['First', 'Then'] });
    expectWellDrawn(blocks);
    expect(shownTexts(blocks)).toEqual(['Do this:\n\n1. First\n2. Then', 'setup:connect']);
  });
});

describe('doctorReport', () => {
  const finding = (level: Finding['level'], key: string): Finding => ({ level, says: { key } });
  const number = '+55 11 5555-0100';

  describe('the report of an examination', () => {
    test.each<[string, Finding[]]>([
      ['doctor:healthy', [finding('good', 'a')]],
      ['doctor:doubtful', [finding('good', 'a'), finding('doubtful', 'b')]],
      ['doctor:broken {"count":2}', [finding('bad', 'a'), finding('doubtful', 'b'), finding('bad', 'c')]],
    ])('begins with its verdict %s', (verdict, findings) => {
      const view = doctorReport(drawing, { number, findings });
      expectWellDrawn(view);
      expect(shownTexts(view.blocks)[0]).toBe(`numbers:number {"number":"${number}"}\n${verdict}`);
    });

    test('has a line for each finding, marked by how bad it is', () => {
      const findings = [finding('good', 'a'), finding('doubtful', 'b'), finding('bad', 'c')];
      expect(shownTexts(doctorReport(drawing, { number, findings }).blocks)[1]).toBe(
        ':white_check_mark: a\n\n:warning: b\n\n:x: c',
      );
    });

    test('offers to examine again and to set the webhook anew', () => {
      expect(doctorReport(drawing, { number, findings: [finding('good', 'a')] }).blocks.at(-1)).toMatchObject({
        elements: [{ actionId: 'examine-again' }, { actionId: 'repair-webhook' }],
      });
    });
  });
});

describe('failedDownloadCard', () => {
  test('a file that could not be fetched is named with the reason, and can be tried again', () => {
    const blocks = failedDownloadCard(drawing, { text: 'Photo: not fetched.', wamid: 'wamid.1' });
    expectWellDrawn(blocks);
    expect(shownTexts(blocks)).toEqual(['Photo: not fetched.', 'media:tryAgain']);
    const button = nodesOf(blocks).find(({ path }) => path === '1.elements.0')?.value;
    expect(decodeValue(Reflect.get(button as object, 'value'))).toEqual({ wamid: 'wamid.1' });
  });
});

describe('failureCard', () => {
  const failure = { excerpt: 'Hello', reason: 'The window is closed.' };
  const said = 'delivery:failed {"excerpt":"Hello","reason":"The window is closed."}';

  test('a message that was not delivered is named with the reason and can be sent again', () => {
    const blocks = failureCard(drawing, { ...failure, remedy: 'send-again', messageId: 'm1' });
    expectWellDrawn(blocks);
    expect(shownTexts(blocks)).toEqual([said, 'delivery:sendAgain']);
    const button = nodesOf(blocks).find(({ path }) => path === '1.elements.0')?.value;
    expect(decodeValue(Reflect.get(button as object, 'value'))).toEqual({ messageId: 'm1' });
  });

  test.each([
    ['open-templates', 'templates:formTitle'],
    ['refresh-list', 'templates:refresh'],
  ] as const)('one for which %s helps has that button', (remedy, label) => {
    const blocks = failureCard(drawing, { ...failure, remedy });
    expectWellDrawn(blocks);
    expect(shownTexts(blocks)).toEqual([said, label]);
  });

  test('one that cannot be sent again has no button', () => {
    const blocks = failureCard(drawing, failure);
    expectWellDrawn(blocks);
    expect(shownTexts(blocks)).toEqual([said]);
  });
});

describe('lateNotice', () => {
  test('says what slow work came to, and names its view on the button', () => {
    const blocks = lateNotice(drawing, { text: 'It failed.', viewId: 'v1' });
    expectWellDrawn(blocks);
    expect(shownTexts(blocks)).toEqual([':warning: It failed.', 'connect:openAgain']);
    expect(JSON.stringify(blocks)).toContain('{\\"view\\":\\"v1\\"}');
  });
});

describe('numberCard', () => {
  const bare = { digits: '551155550100', number: '+55 11 5555-0100' };

  describe('the card of a number', () => {
    test('tells what is known of it, one line each', () => {
      const blocks = numberCard(drawing, {
        ...bare,
        displayName: 'Acme',
        department: 'Sales',
        quality: 'GREEN',
        messagingLimit: 'TIER_1K',
      });
      expectWellDrawn(blocks);
      expect(shownTexts(blocks)[0]?.split('\n')).toEqual([
        'numbers:number {"number":"+55 11 5555-0100"}',
        'numbers:name {"name":"Acme"}',
        'numbers:department {"department":"Sales"}',
        expect.stringContaining('numbers:quality'),
        expect.stringContaining('numbers:limit'),
      ]);
    });

    test('leaves out what is not known', () => {
      const blocks = numberCard(drawing, bare);
      expectWellDrawn(blocks);
      expect(shownTexts(blocks)[0]?.split('\n')).toHaveLength(1);
    });

    test('has buttons that know the number', () => {
      const buttons = nodesOf(numberCard(drawing, bare)).filter(({ path }) => /elements\.\d+$/.test(path));
      const facts = buttons.map(({ value }) => value as { actionId: string; value: string });
      expect(facts.map(({ actionId }) => actionId)).toEqual(['edit-number', 'run-doctor', 'disconnect-number']);
      expect(facts.map(({ value }) => decodeValue(value))).toEqual(facts.map(() => ({ number: bare.digits })));
    });

    test('may stand beside that of another number', () => {
      expectWellDrawn([...numberCard(drawing, bare), ...numberCard(drawing, { ...bare, digits: '4930555501' })]);
    });
  });
});

describe('setupQuestion', () => {
  test('the bot welcomes, asks, and offers both answers', () => {
    const blocks = setupQuestion(drawing);
    expectWellDrawn(blocks);
    expect(shownTexts(blocks)).toEqual(['setup:welcome', 'setup:question', 'setup:yes', 'setup:no']);
    expect(blocks.at(-1)).toMatchObject({ elements: [{ actionId: 'account-yes' }, { actionId: 'account-no' }] });
  });
});

describe('shortcutList', () => {
  test('every shortcut has its line', () => {
    const block = shortcutList(drawing);
    expectWellDrawn([block]);
    expect(shownTexts(block)[0]?.split('\n')).toEqual([
      'commands:intro',
      ...subcommandNames.map(
        (name, index) => `${index + 1}. commands:${name} {"command":"/whatsapp-360d-cloud ${name}"}`,
      ),
    ]);
  });
});
