# Finds a JDK that is new enough for this project; sourced by mvnw and by the launcher, so plain POSIX sh.
wanted=25

# Sets jdk when the folder holds one. The release file tells, so that no java has to be started.
is_jdk() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  jdk_major=
  while IFS= read -r jdk_line || [ -n "$jdk_line" ]; do
    case $jdk_line in
      JAVA_VERSION=*)
        jdk_major=${jdk_line#*=}
        jdk_major=${jdk_major#\"}
        jdk_major=${jdk_major%%[!0-9]*}
        ;;
    esac
  done <"$1/release"
  [ -n "$jdk_major" ] && [ "$jdk_major" -ge "$wanted" ] || return 1
  jdk=$1
}

# The home of the java on PATH, through links; a shim that is no link has to be asked.
java_on_path() {
  jdk_found=$(command -v java) || return 1
  while [ -L "$jdk_found" ]; do
    jdk_link=$(readlink "$jdk_found")
    case $jdk_link in
      /*) jdk_found=$jdk_link ;;
      *) jdk_found=${jdk_found%/*}/$jdk_link ;;
    esac
  done
  is_jdk "${jdk_found%/bin/java*}" && return 0
  jdk_found=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
  [ -n "$jdk_found" ] && is_jdk "$jdk_found"
}

find_jdk() {
  jdk=
  [ -n "${JAVA_HOME:-}" ] && is_jdk "$JAVA_HOME" && return 0
  for jdk_folder in /usr/lib/jvm/* /opt/* /opt/*/* "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home "/c/Program Files/"*/jdk*; do
    is_jdk "$jdk_folder" && return 0
  done
  if [ -x /usr/libexec/java_home ]; then
    jdk_folder=$(/usr/libexec/java_home -v "$wanted+" 2>/dev/null) && is_jdk "$jdk_folder" && return 0
  fi
  java_on_path
}
