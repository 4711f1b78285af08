import { useState } from 'react'
import { useAttachments } from '../files'
import { CallError } from '../platform/call-error'
import { fenOf, typedYuan } from '../platform/money'
import { useSaveWork, type Work } from './work.api'

const fieldsOf = ({ costFen, fundSource, decidedOn }: Work) => ({
  cost: costFen === null ? '' : typedYuan(costFen),
  fund: fundSource ?? '',
  decidedOn: decidedOn ?? '',
})

type PhotoList = Work['before']

const without = (photos: PhotoList, others: PhotoList): PhotoList =>
  photos.filter(({ id }) => others.every((other) => other.id !== id))

const usePhotos = (now: PhotoList) => {
  const [shown] = useState(now)
  const [kept, setKept] = useState(now)
  const added = useAttachments()
  return {
    kept,
    added,
    takeOut: (id: string) => setKept((before) => before.filter((photo) => photo.id !== id)),
    putBack: without(shown, kept).length > 0 ? () => setKept([...shown, ...without(kept, shown)]) : undefined,
    /** A colleague has added some meanwhile: they stay beside one's own. */
    keepNew: () => setKept((before) => [...before, ...without(without(now, shown), before)]),
    ids: [...kept.map(({ id }) => id), ...added.fileIds],
  }
}

/** What somebody writes about a work until it is saved; a record that another saved meanwhile is shown before it is replaced. */
export const useWorkEditing = (params: { communityId: string; issueId: string }, work: Work) => {
  const [fields, setFields] = useState(() => fieldsOf(work))
  const [version, setVersion] = useState(work.version)
  const [isAsked, setAsked] = useState(false)
  const before = usePhotos(work.before)
  const after = usePhotos(work.after)
  const saving = useSaveWork({ ...params, workItemId: work.workItemId ?? '' })
  const costFen = fields.cost.trim() === '' ? null : fenOf(fields.cost)
  const isUploading = before.added.isBusy || after.added.isBusy
  const hasFailed = before.added.hasFailed || after.added.hasFailed
  const save = (onSaved: () => void) => {
    setAsked(true)
    if (costFen === undefined || hasFailed) return
    const body = {
      version,
      costFen,
      fundSource: fields.fund.trim() || null,
      decidedOn: fields.decidedOn || null,
      beforeIds: before.ids,
      afterIds: after.ids,
    }
    const onSuccess = () => {
      before.added.clear()
      after.added.clear()
      onSaved()
    }
    saving.mutate(body, { onSuccess })
  }
  const isRefusedAsStale = saving.error instanceof CallError && saving.error.code === 'stale_version'
  return {
    fields,
    change: (changes: Partial<typeof fields>) => setFields((now) => ({ ...now, ...changes })),
    isCostWrong: isAsked && costFen === undefined,
    /** A photo is on its way: what is saved now would be without it. */
    isUploading,
    /** A photo did not arrive: it is sent again or taken away first. */
    hasFailed,
    before,
    after,
    /** Somebody else saved since this was opened. */
    isStale: work.version !== version,
    keepMine: () => {
      before.keepNew()
      after.keepNew()
      setVersion(work.version)
    },
    save,
    isSaving: saving.isPending,
    error: isRefusedAsStale && work.version === version ? null : saving.error,
  }
}
