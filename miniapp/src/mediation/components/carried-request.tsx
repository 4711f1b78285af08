import { useState } from 'react'
import { beginDraft } from '../../platform/drafts'
import { useText } from '../../platform/i18n/text'
import { replacePage } from '../../platform/navigation'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { ErrorNotice } from '../../ui/error-notice'
import { Page } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { type MediationCase, useMyCases } from '../case.api'
import { isToComplete } from '../case-words'
import { requestText } from '../request.text'
import { EMPTY_REQUEST } from '../request-draft'
import { CommitteeWay } from './committee-way'
import { RequestForm } from './request-form'

interface CarriedRequestProps {
  communityId: string
  workItemId: string
}

/** What staff brought over with consent, as the resident reads it, changes it and says the rest. */
export const CarriedRequest = ({ communityId, workItemId }: CarriedRequestProps) => {
  const t = useText(requestText)
  const cases = useMyCases()
  const found = cases.data?.find(({ fromWorkItemId }) => fromWorkItemId === workItemId)
  // Once it was sent the answer is on the screen: what the list says by then must not take it away.
  const [carried, setCarried] = useState<MediationCase>()
  if (found && carried === undefined && isToComplete(found)) setCarried(found)
  if (carried) return <FilledForm communityId={communityId} carried={carried} workItemId={workItemId} />
  return (
    <Page title={t('title')}>
      {cases.isPending && <Skeleton cards={2} />}
      {cases.error && !cases.data && <ErrorNotice error={cases.error} onRetry={() => void cases.refetch()} />}
      {cases.data && !found && <Empty icon='list' title={t('carriedLost')} next={t('carriedLostNext')} />}
      {found && (
        <Empty
          icon='check'
          title={t('carriedDone')}
          next={t('carriedDoneNext')}
          action={
            <Button
              kind='primary'
              onPress={() => replacePage('mediation/pages/case/index', { communityId, id: found.id })}
            >
              {t('seeCase')}
            </Button>
          }
        />
      )}
      <CommitteeWay communityId={communityId} />
    </Page>
  )
}

const FilledForm = ({ communityId, carried, workItemId }: CarriedRequestProps & { carried: MediationCase }) => {
  const form = `mediation.${carried.id}`
  useState(() => beginDraft(form, { ...EMPTY_REQUEST, statement: carried.statement ?? '' }))
  return <RequestForm communityId={communityId} form={form} fromWorkItemId={workItemId} />
}
