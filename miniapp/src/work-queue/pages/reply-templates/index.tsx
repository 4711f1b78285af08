import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useText } from '../../../platform/i18n/text'
import { openPage } from '../../../platform/navigation'
import { useSession } from '../../../platform/session'
import { Button } from '../../../ui/button'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { Tabs } from '../../../ui/tabs'
import { SignInFirst } from '../../components/sign-in-first'
import { TemplateCard } from '../../components/template-card'
import { type ReplyTemplate, useReplyTemplates } from '../../reply-template.api'
import { replyTemplateText } from '../../reply-template.text'
import { useLeadsCommunity } from '../../use-leads-community'

/** What a community's staff often say to residents. */
export default function ReplyTemplatesPage() {
  const t = useText(replyTemplateText)
  const { communityId = '' } = useRouter().params
  const isSignedIn = useSession(({ token }) => token !== null)
  const templates = useReplyTemplates(communityId)
  const canEdit = useLeadsCommunity(communityId)
  return (
    <Page
      isDesk
      title={t('title')}
      action={
        canEdit && (
          <Button
            kind='primary'
            isWide
            icon='plus'
            onPress={() => openPage('work-queue/pages/reply-template/index', { communityId })}
          >
            {t('write')}
          </Button>
        )
      }
    >
      {!isSignedIn && <SignInFirst />}
      {isSignedIn && templates.error && (
        <ErrorNotice error={templates.error} onRetry={() => void templates.refetch()} />
      )}
      {isSignedIn && templates.isPending && <Skeleton cards={3} />}
      {isSignedIn && templates.data && (
        <TemplateList communityId={communityId} templates={templates.data.items} canEdit={canEdit} />
      )}
    </Page>
  )
}

interface TemplateListProps {
  communityId: string
  templates: readonly ReplyTemplate[]
  canEdit: boolean
}

const TemplateList = ({ communityId, templates, canEdit }: TemplateListProps) => {
  const t = useText(replyTemplateText)
  const [which, setWhich] = useState<'use' | 'retired'>('use')
  const inUse = templates.filter(({ isRetired }) => !isRetired)
  const shown = which === 'use' ? inUse : templates.filter(({ isRetired }) => isRetired)
  const next = t(canEdit ? 'emptyNext' : 'emptyRead')
  return (
    <>
      <Tabs
        label={t('which')}
        tabs={[
          { value: 'use', name: t('use'), count: inUse.length },
          { value: 'retired', name: t('retired'), count: templates.length - inUse.length },
        ]}
        value={which}
        onChange={setWhich}
      />
      {shown.map((template) => (
        <TemplateCard key={template.id} communityId={communityId} template={template} canEdit={canEdit} />
      ))}
      {shown.length === 0 &&
        (which === 'use' ? <Empty title={t('empty')} next={next} /> : <Empty title={t('emptyRetired')} />)}
    </>
  )
}
