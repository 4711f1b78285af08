import { privacyContract } from '@little-bench/shared/privacy/contract'
import { privacyEndpoints } from '@little-bench/shared/privacy/endpoints'
import type { Mount } from '../platform/http/mount.ts'
import { closeAccount } from './close-account.service.ts'
import { giveConsent, listConsents, withdrawConsent } from './consent.service.ts'
import { exportMyData } from './export-my-data.service.ts'
import type { Privacy } from './privacy.ts'
import { askAboutOwnData, listPrivacyRequests } from './privacy-request.service.ts'

export const mountPrivacy = (mount: Mount, privacy: Privacy): void =>
  mount(privacyEndpoints, privacyContract, {
    listConsents: async ({ viewer }) => ({ items: await listConsents(privacy, viewer), nextCursor: null }),
    giveConsent: ({ viewer, body, write }) => giveConsent(privacy, viewer, body, write),
    withdrawConsent: ({ viewer, params, write }) => withdrawConsent(privacy, viewer, params.purpose, write),
    exportMyData: ({ viewer, query }) => exportMyData(privacy, viewer, query.format),
    listPrivacyRequests: async ({ viewer }) => ({
      items: await listPrivacyRequests(privacy, viewer),
      nextCursor: null,
    }),
    requestCorrection: ({ viewer, params, body, write }) =>
      askAboutOwnData(privacy, viewer, params.communityId, { kind: 'correction', ...body }, write),
    requestDeletion: ({ viewer, params, body, write }) =>
      askAboutOwnData(privacy, viewer, params.communityId, { kind: 'deletion', ...body }, write),
    closeAccount: ({ viewer }) => closeAccount(privacy, viewer),
  })
