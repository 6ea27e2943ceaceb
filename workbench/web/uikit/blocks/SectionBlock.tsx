import { Box, Grid, GridItem } from '@rocket.chat/fuselage';
import type { SectionBlock as SectionLayout, TextObject } from '@rocket.chat/ui-kit';
import { useContext } from 'react';
import { ghostOf } from '../ghostOf';
import type { BlockProps } from '../UiKitContext';
import { UiKitContext } from '../UiKitContext';
import { ownElement } from './InputBlock';

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

/** A section's fields, two beside each other. */
function SectionFields({
  fields,
  renderer,
}: { readonly fields: readonly TextObject[] } & Pick<BlockProps<unknown>, 'renderer'>) {
  return (
    <Grid>
      {fields.map((field, index) => (
        <GridItem key={index} xs={4} sm={4} md={4} lg={6} xl={6}>
          <Box is="span" fontScale="p2" color="default">
            {renderer.renderTextObject(field, index)}
          </Box>
        </GridItem>
      ))}
    </Grid>
  );
}
