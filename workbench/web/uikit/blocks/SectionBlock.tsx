import { Box, Grid, GridItem } from '@rocket.chat/fuselage';
import type { SectionBlock as SectionLayout } from '@rocket.chat/ui-kit';
import { useContext } from 'react';
import type { BlockProps } from '../BlockProps';
import { ghostOf } from '../ghostOf';
import { UiKitContext } from '../UiKitContext';
import { ownElement } from './ownElement';
import { SectionFields } from './SectionFields';

/** Text, fields in two columns, and one element at the side. */
export function SectionBlock({ block, renderer }: BlockProps<SectionLayout>) {
  const { ghosts } = useContext(UiKitContext);
  const accessory = block.accessory && ownElement(block, block.accessory);
  return (
    <Grid>
      <GridItem>
        {block.text && (
          <Box is="span" fontScale="p2" color="default">
            {renderer.renderTextObject(block.text, 0)}
          </Box>
        )}
        {block.fields && <SectionFields fields={block.fields} renderer={renderer} />}
      </GridItem>
      {accessory && (
        <Box flexGrow={0} flexShrink={0}>
          <GridItem>{renderer.renderSectionAccessoryBlockElement(accessory, 0) ?? ghostOf(accessory, ghosts)}</GridItem>
        </Box>
      )}
    </Grid>
  );
}
