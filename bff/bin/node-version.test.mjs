import { expect, test } from 'vitest'
import { complaintAboutNode } from './node-version.mjs'

test.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('Node %s is new enough', (version) => {
  expect(complaintAboutNode(version)).toBeUndefined()
})

test.each(['18.20.8', '20.18.3'])('Node %s is named as too old', (version) => {
  expect(complaintAboutNode(version)).toContain(`this is Node ${version}`)
})
