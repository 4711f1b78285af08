import type { QueryClient } from '@tanstack/react-query'
import { ITEM_KEY } from '../desk-keys'

interface Viewed {
  viewers: readonly { id: string; name: string }[]
}

/** Who else has the item open now, put where the item is shown from. */
export const keepViewers = (client: QueryClient, workItemId: string, viewers: Viewed['viewers']): void => {
  const isOfItem = ({ queryKey }: { queryKey: readonly unknown[] }) =>
    queryKey[0] === ITEM_KEY && queryKey[2] === workItemId
  client.setQueriesData<Viewed>({ predicate: isOfItem }, (item) => item && { ...item, viewers })
}
