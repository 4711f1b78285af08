import type { OperationName } from './client.ts'
import { COMMUNITY } from './leak-matrix-items.ts'
import type { Row } from './leak-matrix-rows.ts'

/** The contact board comes from configuration alone: nobody finds anything in it that somebody told us. */
export const createContactRows = () =>
  ({
    listContacts: [
      { input: () => ({ params: COMMUNITY }) },
      { input: () => ({ params: COMMUNITY, query: { gridCellId: 'raosai-1' } }) },
    ],
  }) satisfies Partial<Record<OperationName, Row | readonly Row[]>>
