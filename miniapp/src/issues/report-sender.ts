import { forgetBytes, uploadFile } from '../files'
import { createSender } from '../platform/outbox/create-sender'
import { issueApi } from './issue.api'

/** Sends what people said, with its photos and its voice note; app.tsx lets it watch the network. */
export const reportSender = createSender({
  upload: uploadFile,
  post: ({ communityId, body }, fileIds, options) =>
    issueApi.reportIssue({ params: { communityId }, body: { ...body, fileIds } }, options),
  forget: forgetBytes,
})
