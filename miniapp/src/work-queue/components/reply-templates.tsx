import type { Language } from '@little-bench/shared/kernel/language'
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Draft } from '../../platform/drafts'
import { useText } from '../../platform/i18n/text'
import { useSession } from '../../platform/session'
import { Button } from '../../ui/button'
import { ChoiceList } from '../../ui/choice-list'
import { ErrorNotice } from '../../ui/error-notice'
import { Segmented } from '../../ui/segmented'
import { Skeleton } from '../../ui/skeleton'
import { type FittingTemplate, useFittingTemplates } from '../conversation.api'
import { conversationText } from '../conversation.text'
import { filledTemplate } from '../filled-template'
import type { WorkItem } from '../work-item.api'

interface ReplyTemplatesProps {
  item: WorkItem
  draft: Draft<{ body: string }>
}

/** More names than this are easier to search than to read. */
const SEARCH_FROM = 8

/** Ready words for this category and state, filled from the item; they come behind what is already written. */
export const ReplyTemplates = ({ item, draft }: ReplyTemplatesProps) => {
  const t = useText(conversationText)
  const [isOpen, setOpen] = useState(false)
  const [language, setLanguage] = useState<Language>('zh')
  const workerName = useSession(({ person }) => person?.name ?? '')
  const templates = useFittingTemplates(item, isOpen)
  const take = (template: FittingTemplate) => {
    const filled = filledTemplate(template, item, { language, workerName })
    const written = draft.fields.body.trim()
    draft.change({ body: written === '' ? filled : `${written}\n${filled}` })
    setOpen(false)
  }
  if (!isOpen) {
    return (
      <Button kind='quiet' icon='list' onPress={() => setOpen(true)}>
        {t('templates')}
      </Button>
    )
  }
  if (templates.isPending) return <Skeleton cards={1} />
  if (!templates.data) return <ErrorNotice error={templates.error} onRetry={() => void templates.refetch()} />
  const found = templates.data
  if (found.length === 0) return <View>{t('noTemplates')}</View>
  return (
    <>
      {found.some(({ bo }) => bo !== null) && (
        <Segmented
          label={t('templateLanguage')}
          segments={[
            { value: 'zh', name: t('zh') },
            { value: 'bo', name: t('bo'), lang: 'bo' },
          ]}
          value={language}
          onChange={setLanguage}
        />
      )}
      <ChoiceList
        label={t('templates')}
        hint={t('templatesHint')}
        hasSearch={found.length >= SEARCH_FROM}
        choices={found.map(({ id, name, zh, bo }) => ({
          value: String(id),
          name,
          note: language === 'bo' ? (bo ?? zh) : zh,
        }))}
        value={null}
        onChange={(id) => {
          const template = found.find((each) => each.id === id)
          if (template) take(template)
        }}
      />
    </>
  )
}
