#!/bin/sh
# 案卷核验: checks this case file with nothing but a POSIX shell and openssl.
#
#   sh verify.sh [SEAL]
#
# SEAL is the seal the office stated when it handed over the file (64 characters); without it the seal is only printed.
# Every file is held against manifest.txt, every line of the record against the one before it, every document and
# every piece of evidence against the record. Exit: 0 intact, 1 broken, 2 cannot be checked here, 3 nothing was changed
# but evidence of which the record speaks is not in the file.
LC_ALL=C
export LC_ALL
IFS=' '

cannot() {
    printf '%s\n' "Cannot check. 无法核验：$1" >&2
    exit 2
}

broken() {
    printf '%s\n' "BROKEN. 核验不通过：$1" >&2
    exit 1
}

case $0 in
    */*) cd "${0%/*}" || cannot "$0" ;;
esac
printf '' | openssl dgst -sm3 -r >/dev/null 2>&1 || cannot "本机没有支持 SM3 的 openssl"

digest() {
    openssl dgst -sm3 -r | cut -c1-64
}

next() {
    printf '%s\n%s\n' "$1" "$2" | digest
}

# Bytes a shell cannot read, such as a NUL, would vanish; a text copied through the shell must keep its digest.
legible() {
    copied=$(while IFS= read -r line; do printf '%s\n' "$line"; done <"$1" | digest)
    [ "$copied" = "$(digest <"$1")" ] || broken "$1 不是完整的文本"
}

for needed in manifest.txt record.jsonl digests.txt case.txt heads.txt; do
    [ -f "$needed" ] && [ ! -L "$needed" ] || broken "缺少 $needed"
done

# 1. The manifest: a chain of "digest  SM3  path", opened by the case number and closed by its count.
legible manifest.txt
number=
seal=
count=0
ended=no
listed=' manifest.txt '
while IFS= read -r line; do
    [ "$ended" = no ] || broken "manifest.txt 结尾之后还有内容"
    if [ -z "$seal" ]; then
        case $line in
            "fengqiao-file-1 "*) number=${line#fengqiao-file-1 } ;;
            *) broken "manifest.txt 的第一行" ;;
        esac
        seal=$(printf 'fengqiao-file-1\n%s\n' "$number" | digest)
        continue
    fi
    case $line in
        "end "*)
            [ "$line" = "end $count $seal" ] || broken "manifest.txt 的最后一行"
            ended=yes
            continue
            ;;
    esac
    stated=${line%%  *}
    entry=${line#*  }
    sm3=${entry%%  *}
    path=${entry#*  }
    seal=$(next "$seal" "$entry")
    [ "$stated" = "$seal" ] || broken "manifest.txt 在 $path 处与前一行不相连"
    case $path in
        *[!A-Za-z0-9._/-]* | /* | *..*) broken "manifest.txt 列有不当的路径" ;;
    esac
    case $listed in
        *" $path "*) broken "manifest.txt 重复列有 $path" ;;
    esac
    [ -f "$path" ] && [ ! -L "$path" ] || broken "缺少文件 $path"
    [ "$(digest <"$path")" = "$sm3" ] || broken "文件 $path 被改动"
    listed="$listed$path "
    count=$((count + 1))
done <manifest.txt
[ "$ended" = yes ] || broken "manifest.txt 没有结尾"

# 2. Nothing lies here that the manifest does not list.
for found in * .[!.]* ..?* documents/* documents/.[!.]* documents/..?* evidence/* evidence/.[!.]* evidence/..?*; do
    [ -e "$found" ] || [ -L "$found" ] || continue
    case $found in
        documents | evidence)
            [ -d "$found" ] && [ ! -L "$found" ] || broken "多出 $found"
            continue
            ;;
    esac
    case $listed in
        *" $found "*) ;;
        *) broken "多出 $found" ;;
    esac
done

# 3. The record: each line with the digest of the one before it gives its own digest.
legible record.jsonl
legible digests.txt
previous=$(printf 'fengqiao-record-1\n%s\n' "$number" | digest)
events=0
exec 3<digests.txt
while IFS= read -r line; do
    events=$((events + 1))
    previous=$(next "$previous" "$line")
    IFS= read -r stated <&3 || broken "digests.txt 少于记录"
    [ "$stated" = "$previous" ] || broken "记录第 $events 条被改动，或者与前一条不相连"
    case $line in
        *'"case":"'"$number"'"'*) ;;
        *) broken "记录第 $events 条不属于本案" ;;
    esac
    case $line in
        *'"seq":'"$events"',"'*) ;;
        *) broken "记录第 $events 条的序号" ;;
    esac
done <record.jsonl
IFS= read -r stated <&3 && broken "digests.txt 多于记录"
exec 3<&-
{
    IFS= read -r line
    [ "$line" = "case $number" ] || broken "case.txt 的案号"
    IFS= read -r line
    [ "$line" = "events $events" ] || broken "case.txt 载明的记录条数与记录不符"
    IFS= read -r line
    [ "$line" = "digest $previous" ] || broken "case.txt 载明的摘要与记录不符"
} <case.txt

# 4. Documents and evidence are those of which the record speaks.
papers=0
held=' '
for path in documents/*.json evidence/*; do
    [ -f "$path" ] || continue
    sm3=$(digest <"$path")
    known=no
    while IFS= read -r line; do
        case $line in
            *'"sm3":"'"$sm3"'"'*) known=yes ;;
        esac
    done <record.jsonl
    [ "$known" = yes ] || broken "$path 不见于记录"
    papers=$((papers + 1))
    held="$held$sm3 "
done

# 5. All evidence of which the record speaks lies here; what does not is named, whoever left it out.
missing=
while IFS= read -r rest; do
    while :; do
        case $rest in
            *'"evidence":['*) rest=${rest#*'"evidence":['} ;;
            *) break ;;
        esac
        list=${rest%%]*}
        while :; do
            case $list in
                *'"sm3":"'*) ;;
                *) break ;;
            esac
            entry=${list%%\}*}
            list=${list#*\}}
            sm3=${entry#*'"sm3":"'}
            id=${entry#*'"id":"'}
            case $held in
                *" ${sm3%%\"*} "*) ;;
                *) missing="$missing${missing:+、}证据 ${id%%\"*}" ;;
            esac
        done
    done
done <record.jsonl

# 6. The heads: on the day a head was written, the chain stood as the record has it.
legible heads.txt
while read -r day seq sm3 book; do
    case $day in
        '#'*) continue ;;
    esac
    at=0
    while IFS= read -r stated; do
        at=$((at + 1))
        [ "$at" = "$seq" ] && [ "$stated" != "$sm3" ] && broken "与 $day 登记的链首不符（链首簿 $book）"
    done <digests.txt
    [ "$seq" -le "$at" ] || broken "$day 登记的链首有 $seq 条记录，现在只有 $at 条"
done <heads.txt

[ -z "${1:-}" ] || [ "$1" = "$seal" ] || broken "封签与 $1 不符"
if [ -n "$missing" ]; then
    printf '%s\n' "INCOMPLETE. 没有改动，但是不齐全：记录载有的$missing 不在卷内；$number，记录 $events 条，文件 $count 个，文书和证据 $papers 件"
    printf '%s\n' "封签 SEAL $seal"
    exit 3
fi
printf '%s\n' "INTACT. 核验通过：$number，记录 $events 条，文件 $count 个，文书和证据 $papers 件"
printf '%s\n' "封签 SEAL $seal"
