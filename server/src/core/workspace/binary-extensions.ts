/** Endings of files that hold no text. They are no part of a scan and not worth a word in its report. */
const binaryExtensions: ReadonlySet<string> = new Set(
  (
    '3gp 7z a aac ai apk ar arrow avi avif bin bmp br bz2 cab class ckpt dat db deb der dll dmg doc docx dylib ear eot eps ' +
    'exe feather flac gguf gif gz h5 heic hdf5 icns ico iso jar jp2 jpeg jpg jxl keystore ko lib lz4 lzma m4a m4v mkv mov ' +
    'mp3 mp4 mpeg mpg msi npy npz nupkg o obj odp ods odt ogg ogv onnx opus otf p12 parquet pb pdf pfx pickle pkl png ' +
    'ppt pptx psd pt pth pyc pyd pyo rar rlib rpm safetensors snap so sqlite sqlite3 swf tar tflite tgz tif tiff ttc ttf ' +
    'war wasm wav webm webp whl wma wmv woff woff2 xls xlsx xz zip zst'
  ).split(' '),
);

/** True when the ending of `path` alone tells that it is no text. */
export function hasBinaryExtension(path: string): boolean {
  const dot = path.lastIndexOf('.');
  return dot > path.lastIndexOf('/') && binaryExtensions.has(path.slice(dot + 1).toLowerCase());
}
