#!/bin/sh
# Makes the sounds of this folder anew: two seconds of synthetic speech and, in stereo, a tone beside it.
set -eu
cd "$(dirname "$0")"
espeak-ng -v en -s 160 -w speech.tmp.wav "Thank you for calling. How may I help you today?"
ffmpeg="ffmpeg -v error -y -bitexact"
$ffmpeg -i speech.tmp.wav -t 2 -ar 8000 -ac 1 base.tmp.wav
$ffmpeg -i base.tmp.wav -c:a libmp3lame -b:a 16k mono-8k.mp3
$ffmpeg -i base.tmp.wav -f lavfi -t 2 -i sine=frequency=440:sample_rate=16000 -filter_complex "[0:a]aresample=16000[a];[a][1:a]join=inputs=2:channel_layout=stereo" -c:a libmp3lame -b:a 32k stereo-16k.mp3
$ffmpeg -i base.tmp.wav -c:a flac mono.flac
$ffmpeg -i base.tmp.wav -c:a libopus -b:a 12k mono.opus
$ffmpeg -i base.tmp.wav -ar 16000 -c:a libvorbis mono.ogg
$ffmpeg -i base.tmp.wav -ar 16000 -c:a aac -b:a 24k mono.aac
$ffmpeg -i base.tmp.wav -ar 16000 -c:a aac -b:a 24k mono.m4a
$ffmpeg -i base.tmp.wav -c:a gsm_ms gsm.wav
$ffmpeg -i base.tmp.wav -c:a adpcm_ima_wav adpcm.wav
$ffmpeg -f lavfi -t 2 -i color=size=32x32:rate=5 -i base.tmp.wav -ar 16000 -c:v mpeg4 -c:a aac -b:a 24k video.mp4
rm -f ./*.tmp.wav
