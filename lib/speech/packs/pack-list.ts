import type { SpeechLanguage } from "../speech.ts";

/** A file of a registry's tarball, pinned: nothing else is taken out of it, and a wrong byte in it is refused. */
export type PackFile = { name: string; bytes: number; sha256: string };

export type PackSource = { package: string; version: string /** Of the tarball, in base64. */; sha512: string; bytes: number };

export type Pack = {
  name: PackName;
  purpose: "voice_activity" | "recognition";
  languages: readonly SpeechLanguage[];
  /** What a transcript names as its maker. */
  model: string;
  licence: {
    name: string;
    /** In the folder `licences` beside this file; written as LICENSE into the pack's folder. */
    file: string;
    /** True where somebody must have read and accepted it before the weights may be fetched. */
    needsAcceptance: boolean;
    /** Sentence that has to stand in a NOTICE file beside the weights. */
    notice: string | null;
  };
  /** What has to stand wherever the pack's transcripts are shown. */
  attribution: string | null;
  source: PackSource;
  /** Folder of the files inside the tarball. */
  sourceFolder: string;
  files: readonly PackFile[];
  /** Recognisers need the table of their tokens, which is made of another package. */
  hasTokens: boolean;
};

export const PACK_NAMES = ["vad", "en", "en-tiny", "es"] as const;
export type PackName = (typeof PACK_NAMES)[number];

const ENGLISH_LICENCE = { name: "MIT", file: "moonshine.txt", needsAcceptance: false, notice: null };

/**
 * Every pack there is. Weights come from the packages of their makers in the npm registry; hashes were computed from those tarballs. In an
 * order in which a person would look for them.
 */
export const PACKS: readonly Pack[] = [
  {
    name: "vad",
    purpose: "voice_activity",
    languages: ["es", "en", "pt"],
    model: "silero-vad-v6",
    licence: { name: "MIT", file: "silero-mit.txt", needsAcceptance: false, notice: null },
    attribution: null,
    source: {
      package: "@ricky0123/vad-web",
      version: "0.0.31",
      sha512: "ePVq8TvB21sdHSxVMZOEIf9JVa7MAYpaIaNXeGgsPOiMCN8xbPCdF2LS5aYj7VRR3ZxzutedgV9ZplV65IA1Fg==",
      bytes: 5_471_324,
    },
    sourceFolder: "package/dist",
    files: [{ name: "silero_vad_v6.onnx", bytes: 2_327_524, sha256: "1a153a22f4509e292a94e67d6f9b85e8deb25b4988682b7e174c65279d8788e3" }],
    hasTokens: false,
  },
  {
    name: "en",
    purpose: "recognition",
    languages: ["en"],
    model: "moonshine-base-en",
    licence: ENGLISH_LICENCE,
    attribution: null,
    source: {
      package: "@usefulsensors/moonshine-js",
      version: "0.1.16",
      sha512: "iQIF4XHwyPxBm1l/ECJPjJLQj8RvlYj2guRsiUgrfa9vSE3gYXeaoV2DHjNgi7NIUTyl648AG2t+Ndbrj+L7TA==",
      bytes: 66_841_492,
    },
    sourceFolder: "package/dist/model/base/quantized",
    files: [
      { name: "encoder_model.onnx", bytes: 20_513_063, sha256: "1dd9ab0a7f987113d30affcba5a068d11c8f90fa0223caa3e491ade431ad9751" },
      { name: "decoder_model_merged.onnx", bytes: 42_498_870, sha256: "cc9f3cd6698a369c6008b41aa60aa3fb3322e7f03c9bdf19d8e6b7200afca4f3" },
    ],
    hasTokens: true,
  },
  {
    name: "en-tiny",
    purpose: "recognition",
    languages: ["en"],
    model: "moonshine-tiny-en",
    licence: ENGLISH_LICENCE,
    attribution: null,
    source: {
      package: "@moonshine-ai/moonshine-js",
      version: "0.1.29",
      sha512: "Gx1B3mJcbM68ihSy/LyJEuEkGq7sYMqTb04zNdcIeidU0URVlSmXP0GyiQOTTAqDZQXlIC7k+bky+FdXk0UPlg==",
      bytes: 21_514_347,
    },
    sourceFolder: "package/dist/model/tiny/quantized",
    files: [
      { name: "encoder_model.onnx", bytes: 7_937_661, sha256: "c6fc4b7bc5af75c0591fd157a1f3829b533d18e9769a888fd95a62e470dd4f4a" },
      { name: "decoder_model_merged.onnx", bytes: 20_243_286, sha256: "eed87831c3a6103534aae7d47a5d485025c659a1323901513961c39fe8a1a367" },
    ],
    hasTokens: true,
  },
  {
    name: "es",
    purpose: "recognition",
    languages: ["es"],
    model: "moonshine-base-es",
    licence: {
      name: "Moonshine AI Community License",
      file: "moonshine.txt",
      needsAcceptance: true,
      // Section IV a of the licence asks for this sentence and for the attribution below.
      notice:
        "This Moonshine AI Model is licensed under the Moonshine AI Community License, Copyright © Moonshine AI Ltd. All Rights Reserved",
    },
    attribution: "Powered by Moonshine AI",
    source: {
      package: "@usefulsensors/moonshine-js",
      version: "0.1.21",
      sha512: "r9+hkcHiyrbwt58cE/uHKkRuySrHNY5GKS3xQxXiVJrFGXjils4oKOWd8bH/9NONEuEYNx8gRC4DQHPkUYim5w==",
      bytes: 68_637_630,
    },
    sourceFolder: "package/dist/model/base-es-non-commercial/quantized",
    files: [
      { name: "encoder_model.onnx", bytes: 20_719_501, sha256: "cb1715ea8a3610c89a94b677f24e4c623d68dc608e8d2d33d5ccf0a6f62a7d13" },
      { name: "decoder_model_merged.onnx", bytes: 43_350_633, sha256: "46b0fc488df4de5ea424762129c2dfe193558baff059ae3b7639aef108648969" },
    ],
    hasTokens: true,
  },
];

/** Where the table of tokens is made from, which file of it, and what has to come out. The table is the same for every Moonshine model. */
export const TOKENS = {
  source: {
    package: "llama-tokenizer-js",
    version: "1.2.2",
    sha512: "Wmth393dc3odWU3IzARJ3r2oIfWgw9GdJ5Gm+hGhfECNO18UHLRqEFSf511jn4E9KcQGzuuKw4Wl08pHAemLAw==",
    bytes: 388_950,
  },
  sourceFolder: "package",
  sourceFile: { name: "llama-tokenizer.js", bytes: 676_487, sha256: "34a7b9f7579d40486444590c37cba6564ef40c3dd98ecdfc2f7c886ae72c898d" },
  file: { name: "tokens.txt", bytes: 506_922, sha256: "0547fb182949fbf8ae2ae046de2c3da652c9c6b7e87b25287bd53ddc32ef10a6" },
} as const;

/** The pack of a name that a person typed; null where there is none. */
export function findPack(name: string): Pack | null {
  return PACKS.find((pack) => pack.name === name) ?? null;
}

/** What an installed pack's folder must hold of weights and tables. */
export function installedFiles({ files, hasTokens }: Pack): readonly PackFile[] {
  return hasTokens ? [...files, TOKENS.file] : files;
}

/** Bytes on disk of an installed pack. */
export function installedBytes(pack: Pack): number {
  return installedFiles(pack).reduce((sum, { bytes }) => sum + bytes, 0);
}
