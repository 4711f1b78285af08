import { GridCellId, PlaceId, QueueId } from '@little-bench/shared/kernel/ids'
import { z } from 'zod'
import { demo } from './demo.ts'
import { localText } from './local-text.ts'
import { position } from './position.ts'

const place = z.strictObject({
  id: PlaceId,
  /** A courtyard, a street or an open place: never a person's home. */
  name: localText,
  position: position.nullable().default(null),
  demo,
})

export const gridCell = z.strictObject({
  id: GridCellId,
  name: localText,
  queueId: QueueId,
  places: z.array(place).min(1, 'needs at least one place that a resident can choose'),
  demo,
})

/** `<community>/grid-cells.yaml` */
export const GridCellsFile = z.strictObject({ gridCells: z.array(gridCell).min(1) })
export type GridCellsFile = z.infer<typeof GridCellsFile>
