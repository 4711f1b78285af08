import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newAttemptKey } from '../platform/attempt-key'
import { CallError } from '../platform/call-error'
import { useDraft } from '../platform/drafts'
import { useText } from '../platform/i18n/text'
import { goBack } from '../platform/navigation'
import { showToast } from '../ui/toast'
import { deskApi } from './desk.api'
import { fittingTemplatesKey, type ReplyTemplate, replyTemplatesKey } from './reply-template.api'
import { replyTemplateText } from './reply-template.text'
import { draftOfTemplate, EMPTY_TEMPLATE, templateBodyOf, templateMistakes } from './template-draft'

const isStale = (error: unknown) => error instanceof CallError && error.code === 'stale_version'

/** Writes one template; what is typed stays on the phone until it is saved, also when somebody else saved first. */
export const useTemplateEditing = (communityId: string, template: ReplyTemplate | undefined) => {
  const t = useText(replyTemplateText)
  const queryClient = useQueryClient()
  // The template as it was when the page opened; a newer one must not overwrite what is being written.
  const [base, setBase] = useState(template)
  const [saved] = useState(() => (template ? draftOfTemplate(template) : EMPTY_TEMPLATE))
  const [newId] = useState(newAttemptKey)
  const [isChecked, setChecked] = useState(false)
  const draft = useDraft(`template.${communityId}.${template?.id ?? 'new'}`, saved)
  const mistakes = templateMistakes(draft.fields)

  const attempt = useMutation({
    mutationFn: (version: number) =>
      deskApi.saveReplyTemplate({
        params: { communityId, templateId: template?.id ?? newId },
        body: templateBodyOf(draft.fields, version),
      }),
    onSuccess: async () => {
      draft.clear()
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: replyTemplatesKey(communityId) }),
        queryClient.invalidateQueries({ queryKey: fittingTemplatesKey(communityId) }),
      ])
      showToast(t('saved'))
      goBack()
    },
    onError: (error) => {
      if (isStale(error)) void queryClient.invalidateQueries({ queryKey: replyTemplatesKey(communityId) })
    },
  })
  const send = (version: number) => {
    setChecked(true)
    if (mistakes.length === 0) attempt.mutate(version)
  }
  const takeTheirs = () => {
    if (template) draft.change(draftOfTemplate(template))
    setBase(template)
    attempt.reset()
  }
  return {
    draft,
    base,
    mistakes: isChecked ? mistakes : [],
    save: () => send(draft.fields.version),
    /** Over the newest version, after it was shown. */
    saveOver: () => send(template?.version ?? 0),
    takeTheirs,
    isSaving: attempt.isPending,
    error: attempt.error,
    isStale: isStale(attempt.error),
  }
}
export type TemplateEditing = ReturnType<typeof useTemplateEditing>
