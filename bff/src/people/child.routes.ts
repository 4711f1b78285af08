import { childContract } from '@little-bench/shared/people/child.contract'
import { childEndpoints } from '@little-bench/shared/people/endpoints'
import type { Context } from '../platform/context.ts'
import type { Mount } from '../platform/http/mount.ts'
import { type ChildDuties, listChildReads, listChildren, removeChild } from './child.service.ts'
import { saveChild } from './save-child.service.ts'

export const mountChildren = (mount: Mount, context: Context, duties: ChildDuties): void =>
  mount(childEndpoints, childContract, {
    listChildren: async ({ viewer, params }) => ({ items: await listChildren(context, viewer, params.communityId) }),
    saveChild: ({ viewer, params, body, write }) => saveChild(context, duties, viewer, params.communityId, body, write),
    removeChild: ({ viewer, params, write }) => removeChild(context, duties, viewer, params, write),
    listChildReads: async ({ viewer, params }) => ({ items: await listChildReads(context, viewer, params) }),
  })
