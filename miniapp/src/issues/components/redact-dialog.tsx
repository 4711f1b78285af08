import type { Issue } from '@little-bench/shared/issues/contract'
import { MAX_DESCRIPTION_LENGTH } from '@little-bench/shared/issues/limits'
import { cleanText } from '@little-bench/shared/kernel/text'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useDraft } from '../../platform/drafts'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Dialog } from '../../ui/dialog'
import { ErrorNotice } from '../../ui/error-notice'
import { TextArea } from '../../ui/text-area'
import { showToast } from '../../ui/toast'
import styles from '../issue.module.scss'
import { issueText } from '../issue.text'
import { foundPieces } from '../mask'
import { useRedacting } from '../neighbour.api'
import { EMPTY_REDACTION, hiddenIds, redactionForm, toggleHidden } from '../redaction-draft'
import { useKnownNames } from '../use-known-names'
import { HideFiles } from './hide-files'
import { PersonalPieces } from './personal-pieces'

interface RedactDialogProps {
  issue: Issue
  onClose: () => void
}

/** Covers words and photos of one's own issue, and says who can still see what it said at first. */
export const RedactDialog = ({ issue, onClose }: RedactDialogProps) => {
  const t = useText(issueText)
  const draft = useDraft(redactionForm(issue.id), EMPTY_REDACTION)
  const [hasTried, setTried] = useState(false)
  const redacting = useRedacting(issue)
  const words = draft.fields.words ?? issue.description
  const names = useKnownNames()
  const hidden = hiddenIds(draft.fields)
  const { photos, voiceNote } = issue.attachments
  const shown = [...photos, ...(voiceNote ? [voiceNote] : [])].filter(({ id }) => !hidden.includes(id))
  const isNothingLeft = cleanText(words) === '' && shown.length === 0
  const isUnchanged = cleanText(words) === issue.description && hidden.length === 0
  const change = (changed: string) => draft.change({ words: changed })
  const confirm = () => {
    setTried(true)
    if (isNothingLeft || isUnchanged) return
    redacting.mutate(
      { description: words, hiddenFileIds: hidden },
      {
        onSuccess: () => {
          draft.clear()
          showToast(t('redacted'))
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      isOpen
      title={t('redactTitle')}
      confirmWords={t('redactSend')}
      isDanger
      isBusy={redacting.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      <View>{t('redactWords')}</View>
      <View className={styles.row}>{t('redactWho')}</View>
      <PersonalPieces title={t('foundTitle')} pieces={foundPieces(words, names)} words={words} onMask={change} />
      <TextArea
        label={t('redactText')}
        isRequired={shown.length === 0}
        error={hasTried && isNothingLeft ? t('redactMissing') : undefined}
        limit={MAX_DESCRIPTION_LENGTH}
        value={words}
        onChange={change}
      />
      <HideFiles
        attachments={issue.attachments}
        hidden={hidden}
        onToggle={(id) => draft.change({ hidden: toggleHidden(draft.fields, id) })}
      />
      {hasTried && isUnchanged && <View {...a11y({ role: 'alert' })}>{t('redactNothing')}</View>}
      {redacting.isError && <ErrorNotice error={redacting.error} />}
    </Dialog>
  )
}
