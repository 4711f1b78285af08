import { useRouter } from '@tarojs/taro'
import { useText } from '../../../platform/i18n/text'
import { useSession } from '../../../platform/session'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { SignInFirst } from '../../components/sign-in-first'
import { TemplateForm } from '../../components/template-form'
import { useReplyTemplates } from '../../reply-template.api'
import { replyTemplateText } from '../../reply-template.text'

/** Writes one reply template, or a new version of it. */
export default function ReplyTemplatePage() {
  const t = useText(replyTemplateText)
  const { communityId = '', id } = useRouter().params
  const isSignedIn = useSession(({ token }) => token !== null)
  const templates = useReplyTemplates(communityId)
  const template = templates.data?.items.find((each) => each.id === id)
  if (isSignedIn && templates.data && (id === undefined || template)) {
    return <TemplateForm communityId={communityId} template={template} />
  }
  return (
    <Page isDesk title={t(id === undefined ? 'newTitle' : 'editTitle')}>
      {!isSignedIn && <SignInFirst />}
      {isSignedIn && templates.error && (
        <ErrorNotice error={templates.error} onRetry={() => void templates.refetch()} />
      )}
      {isSignedIn && templates.isPending && <Skeleton cards={2} />}
      {isSignedIn && templates.data && <Empty title={t('gone')} next={t('goneNext')} />}
    </Page>
  )
}
