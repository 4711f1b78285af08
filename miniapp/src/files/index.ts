// The door of the files: what other folders may use.
export { AttachField } from './attach-field'
export { forgetBytes } from './local-bytes'
export { PhotoPicker, PhotoThumbnail } from './photo-picker'
export { PlayButton } from './play-button'
export { uploadFile } from './upload'
export { type Attachments, useAttachments } from './use-attachments'
export { VoiceRecorder } from './voice-recorder'
