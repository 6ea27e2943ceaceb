import { section } from '../../../src/blocks/elements';
import { drawing } from '../../support/drawing';

test('a section is a paragraph in Markdown', () => {
  expect(section(drawing, 'intro', '**Hello**')).toEqual({
    type: 'section',
    appId: 'app-id',
    blockId: 'intro',
    text: { type: 'mrkdwn', text: '**Hello**' },
  });
});
